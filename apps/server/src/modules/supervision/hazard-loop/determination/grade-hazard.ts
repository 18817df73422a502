/** Once a leader has decided, the hazard is major: with the reason, and with what protects people until it is mended. */
import { sql } from "kysely";
import { eraseCase } from "#platform/case/define.ts";
import { addLine, moveCase, systemReader } from "#platform/case/store.ts";
import type { EventHandler } from "#platform/outbox.ts";
import { HAZARD, hazard } from "../hazard.ts";
import { DETERMINATION } from "./determination.ts";

type Decided = {
  readonly hazard: string;
  readonly words: string;
  readonly measures: string | null;
  readonly number: string;
  readonly done: boolean;
};

export const gradeHazard: EventHandler = {
  name: "hazard-loop.grade-determined",
  types: [`${DETERMINATION}.decideMajor`],
  async handle({ payload }, tx, services) {
    const { rows } =
      await sql<Decided>`select d.hazard, d.verdict_words as words, d.temporary_measures as measures, d.number, h.grade is not distinct from 'major' as done
      from hazard_loop.determination d join hazard_loop.hazard h on h.id = d.hazard where d.id = ${String(payload.id)}`.execute(tx);
    const [found] = rows;
    if (!found || found.done) return;
    const now = services.clock.now();
    const today = services.clock.today();
    const given = { majorWhy: found.words, note: found.number, ...(found.measures ? { temporaryMeasures: found.measures } : {}) };
    const moved = await moveCase(
      eraseCase(hazard),
      found.hazard,
      "determine",
      given,
      { actor: null, now, today },
      systemReader(services, tx, now, today),
    );
    // Mended or closed meanwhile: the decision stands in its own record, and here it is said why the grade did not follow.
    if (!moved.ok)
      await addLine(tx, {
        caseName: HAZARD,
        caseId: found.hazard,
        at: now,
        kind: "system",
        actorName: "系统",
        code: "hazard-loop.determined_too_late",
        given: { number: found.number },
      });
  },
};
