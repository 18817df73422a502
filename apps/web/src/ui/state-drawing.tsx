import type { StateKind } from "./state-block.tsx";

const ink = "var(--lineStrong)";
const paper = (
  <>
    <rect x="28" y="14" width="64" height="54" rx="3" fill="var(--surface)" stroke={ink} strokeWidth="2" />
    <path d="M36 28h48M36 38h34M36 48h26" stroke="var(--line)" strokeWidth="4" strokeLinecap="round" />
  </>
);

/** Small line drawings of the states; the only illustrations there are. */
export function EmptyDrawing({ kind }: { readonly kind: StateKind }) {
  return (
    <svg width="120" height="86" viewBox="0 0 120 86" fill="none" aria-hidden="true" strokeLinecap="round" strokeLinejoin="round">
      <ellipse cx="60" cy="75" rx="54" ry="7" fill="var(--sunk)" />
      {kind === "empty" && (
        <>
          {paper}
          <circle cx="90" cy="60" r="14" fill="var(--okTint)" stroke="var(--ok)" strokeWidth="2" />
          <path d="m84 60 4.5 4.5 8-8.5" stroke="var(--ok)" strokeWidth="2.4" />
        </>
      )}
      {kind === "filtered" && (
        <>
          {paper}
          <circle cx="86" cy="52" r="13" fill="var(--surface)" stroke="var(--text2)" strokeWidth="2.4" />
          <path d="m96 62 8 8" stroke="var(--text2)" strokeWidth="2.8" />
        </>
      )}
      {kind === "missing" && (
        <>
          {paper}
          <path d="M56 54c0-6 8-6 8-12a6 6 0 0 0-12-1M57 62h.1" stroke="var(--text2)" strokeWidth="2.4" />
        </>
      )}
      {kind === "broken" && (
        <>
          <path d="M14 42h26M80 42h26" stroke={ink} strokeWidth="3" />
          <rect x="40" y="28" width="16" height="28" rx="3" fill="var(--surface)" stroke={ink} strokeWidth="2" />
          <rect x="66" y="28" width="16" height="28" rx="3" fill="var(--surface)" stroke={ink} strokeWidth="2" />
          <path d="m58 32 5 8h-5l5 9" stroke="var(--soon)" strokeWidth="2.6" />
        </>
      )}
      {kind === "locked" && (
        <>
          <path d="M48 36v-9a12 12 0 0 1 24 0v9" stroke={ink} strokeWidth="2.6" />
          <rect x="37" y="34" width="46" height="36" rx="4" fill="var(--surface)" stroke={ink} strokeWidth="2" />
          <circle cx="60" cy="50" r="4" fill="var(--text2)" />
          <path d="M60 52v7" stroke="var(--text2)" strokeWidth="3" />
        </>
      )}
    </svg>
  );
}
