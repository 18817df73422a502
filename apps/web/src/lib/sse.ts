/** Reads a stream of server-sent events piece by piece. Pure: text in, whole events out. */
export type ServerEvent = { readonly id: string | null; readonly event: string; readonly data: string };

export class EventReader {
  #rest = "";

  /** Takes the next piece of text; returns the events it completed. Comments only prove that the line is alive. */
  push(piece: string): ServerEvent[] {
    const blocks = (this.#rest + piece).replaceAll("\r\n", "\n").split("\n\n");
    this.#rest = blocks.pop() ?? "";
    return blocks.flatMap((block) => readBlock(block));
  }
}

function readBlock(block: string): ServerEvent[] {
  let id: string | null = null;
  let event = "message";
  const data: string[] = [];
  for (const line of block.split("\n")) {
    const colon = line.indexOf(":");
    if (colon <= 0) continue;
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).replace(/^ /, "");
    if (name === "id") id = value;
    else if (name === "event") event = value;
    else if (name === "data") data.push(value);
  }
  return data.length > 0 ? [{ id, event, data: data.join("\n") }] : [];
}
