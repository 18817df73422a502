/** CAP 1.2 (OASIS Common Alerting Protocol): a confirmed fire as the message 119 receives. Pure; elements in the order of the schema. */

export type CapAlert = {
  /** Unique at the sender; no spaces, commas, `<` or `&`. */
  readonly identifier: string;
  readonly sender: string;
  readonly senderName: string;
  readonly sent: Date;
  /** `Exercise` for demonstration data and drills. */
  readonly status: "Actual" | "Exercise" | "Test";
  readonly msgType: "Alert" | "Update" | "Cancel";
  readonly event: string;
  readonly severity: "Extreme" | "Severe" | "Moderate";
  readonly onset: Date;
  readonly headline: string;
  readonly description: string;
  readonly contact: string | null;
  readonly areaDesc: string;
  /** WGS-84; null: no coordinates registered, the words must do. */
  readonly point: { readonly lon: number; readonly lat: number } | null;
  readonly geocode: string;
  readonly parameters: Readonly<Record<string, string>>;
};

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
/** XML 1.0 forbids most control characters even as references. */
const safe = (text: string): string =>
  [...text]
    .filter((letter) => letter >= " " || letter === "\n" || letter === "\t")
    .join("")
    .replace(/[&<>"']/g, (letter) => escapes[letter] ?? letter);

/** CAP dates are `2026-03-18T14:31:40+08:00`: no fraction, no `Z`. */
export const capTime = (at: Date): string => `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

const RADIUS_KM = 0.1;
const element = (name: string, value: string | null): string => (value === null || value === "" ? "" : `<${name}>${safe(value)}</${name}>`);

/** @returns the XML document. Restricted to the fire service: it names a unit's contact. */
export function capMessage(alert: CapAlert): string {
  const parameters = Object.entries(alert.parameters)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `<parameter>${element("valueName", name)}${element("value", value)}</parameter>`);
  const circle = alert.point ? `${alert.point.lat},${alert.point.lon} ${RADIUS_KM}` : null;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">',
    element("identifier", alert.identifier),
    element("sender", alert.sender),
    element("sent", capTime(alert.sent)),
    element("status", alert.status),
    element("msgType", alert.msgType),
    element("scope", "Restricted"),
    element("restriction", "消防救援机构内部使用"),
    "<info>",
    element("language", "zh-CN"),
    element("category", "Fire"),
    element("event", alert.event),
    element("responseType", "Assess"),
    element("urgency", "Immediate"),
    element("severity", alert.severity),
    element("certainty", "Observed"),
    element("onset", capTime(alert.onset)),
    element("senderName", alert.senderName),
    element("headline", alert.headline),
    element("description", alert.description),
    element("contact", alert.contact),
    ...parameters,
    "<area>",
    element("areaDesc", alert.areaDesc),
    element("circle", circle),
    `<geocode>${element("valueName", "GB/T 2260")}${element("value", alert.geocode)}</geocode>`,
    "</area>",
    "</info>",
    "</alert>",
  ]
    .filter(Boolean)
    .join("\n");
}

/** Makes a text fit for `identifier` and `sender`. */
export const capName = (text: string): string => text.replace(/[\s,<&]+/g, "-");
