/** The document itself: attached by the office, read as text, so that its words stand beside ours. */
import { sql } from "kysely";
import { z } from "zod";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { wordsAt } from "./domain/document-words.ts";
import { readDocx, textOf } from "./format/read-docx.ts";
import { EXAMPLE, permissions, tag } from "./names.ts";
import { documentText, recheck } from "./recheck.ts";
import { findVersion, lockVersion } from "./store.ts";

const MOST_WORDS = 400_000;

export const attachDocument = route({
  method: "POST",
  path: "/policy-tasks/versions/:id/document",
  summary: "附上文件原文",
  description:
    "先用 POST /files 上传。Word（.docx）由平台读出文字；其他格式可在 text 里贴上正文，已贴的正文不因再附文件而丢失。页面把原文放在条款旁，并据此查有无照抄：草稿随即重查。",
  tag,
  permission: permissions.write,
  input: z.object({ id: z.uuid(), file: z.uuid().optional(), text: z.string().max(MOST_WORDS).optional() }),
  output: z.object({ name: z.string().nullable(), letters: z.number().int().describe("所存正文的字数") }),
  example: { input: { id: EXAMPLE, text: "一、总体要求" }, output: { name: null, letters: 6 } },
  refuses: ["not_found"],
  async run(context, { id, file, text }) {
    const { tx, actor, services, audit } = context;
    const found = await lockVersion(id, actor.area, tx);
    if (!found.ok) return found;
    const { rows } = file
      ? await sql<{
          name: string;
          mediaType: string;
          sha256: string;
        }>`select name, media_type, encode(sha256, 'hex') as sha256 from platform.file where id = ${file}`.execute(tx)
      : { rows: [] };
    const kept = rows[0];
    if (file && !kept) return refuse("not_found", "packs.unknown_document");
    const read = kept?.mediaType.includes("wordprocessingml") ? await readDocx(services.files.path(kept.sha256)) : undefined;
    if (read && !read.ok) return read;
    // Of a PDF nothing is read: what was pasted stays.
    const given = text ?? (read ? textOf(read.value) : undefined);
    const words = given === undefined ? ((await documentText(id, tx)) ?? "") : given.slice(0, MOST_WORDS);
    await sql`update policy_tasks.pack_version set document = coalesce(${file ?? null}, document), document_name = coalesce(${kept?.name ?? null}, document_name),
      document_text = ${words === "" ? null : words} where id = ${id}`.execute(tx);
    if (found.value.state === "draft") await recheck(found.value, words, context);
    audit({
      action: "附上政策原文",
      subject: "policy-tasks.pack",
      subjectId: id,
      area: found.value.area,
      detail: { letters: words.length },
    });
    return ok({ name: kept?.name ?? found.value.documentName, letters: words.length });
  },
});

export const showWords = route({
  method: "GET",
  path: "/policy-tasks/versions/:id/words",
  summary: "原文中的一处",
  description: "section 如 七（三）。没有附原文，或原文里没有这一处，答复空列表。",
  tag,
  permission: permissions.see,
  input: z.object({ id: z.uuid(), section: z.string().max(120) }),
  output: z.object({ document: z.string().nullable(), words: z.array(z.string()) }),
  example: { input: { id: EXAMPLE, section: "七（三）" }, output: { document: "实施意见.docx", words: [] } },
  refuses: ["not_found"],
  async run({ tx }, { id, section }) {
    const version = await findVersion(id, tx);
    if (!version) return refuse("not_found", "packs.unknown_version");
    const text = await documentText(id, tx);
    return ok({ document: version.documentName, words: text === undefined ? [] : [...wordsAt(text, section)] });
  },
});
