/** What we use of pizzip, which brings no types: a zip read and written in memory. */
declare module "pizzip" {
  class PizZip {
    constructor(bytes?: Buffer);
    readonly files: Readonly<Record<string, { readonly name: string; readonly dir: boolean; asText(): string }>>;
    file(name: string): { asText(): string } | null;
    file(name: string, content: string): PizZip;
    generate(options: { readonly type: "nodebuffer"; readonly compression?: "DEFLATE" }): Buffer;
  }
  export = PizZip;
}
