/** Everything that can be wrong with bytes or with a frame to be sent, in English and Chinese, by a code that never changes. */

export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** Why bytes are not a frame 数据包. */
export const errorTexts = {
  "not-bytes": { en: "the input is not a Uint8Array", zh: "输入不是字节数组" },
  "too-short": { en: "shorter than the 30 bytes of the smallest frame", zh: "不足最短数据包的 30 字节" },
  "no-start": { en: "does not begin with the start symbol 40 40", zh: "没有以启动符 40 40 开头" },
  "length-over-limit": { en: "the length field says more than 1024 bytes", zh: "应用数据单元长度超过 1024 字节" },
  truncated: { en: "ends before the length field says", zh: "数据包不完整，少于长度字段所示" },
  "trailing-bytes": { en: "bytes follow after the end of the frame", zh: "数据包之后还有多余字节" },
  "bad-end": { en: "the end symbol 23 23 is not where the length field says", zh: "长度字段所示位置没有结束符 23 23" },
  "bad-checksum": { en: "the checksum does not match", zh: "校验和不符" },
} as const satisfies Record<string, Label>;

/** What is odd inside a frame whose start, length, checksum and end are right: it is decoded and should still be acknowledged. */
export const anomalyTexts = {
  "unknown-profile": { en: "no profile of this name; decoded as the standard", zh: "没有这个名称的方言，按标准解码" },
  "unknown-command": { en: "reserved or unknown command byte", zh: "命令字节为预留值或未定义" },
  "unknown-type": { en: "reserved or unknown type flag; its bytes are kept in rest", zh: "类型标志为预留值或未定义，原始字节已保留" },
  "short-adu": { en: "one byte is too short for type flag and object count; kept in raw", zh: "应用数据单元只有 1 字节，原始字节已保留" },
  "type-against-command": { en: "this type flag does not belong to this command", zh: "类型标志与命令不相配" },
  "zero-count": { en: "the object count is 0", zh: "信息对象数目为 0" },
  "count-over-limit": { en: "the object count is above the limit of the type", zh: "信息对象数目超过该类型的上限" },
  "objects-missing": { en: "fewer whole objects than the object count says", zh: "信息对象少于所示数目" },
  "rest-bytes": { en: "bytes that belong to no object; kept in rest", zh: "有不属于任何信息对象的字节，已保留" },
  "time-unset": { en: "the time stamp is all zero", zh: "时间标签全为零" },
  "time-invalid": { en: "the time stamp is not a real time; its bytes are kept", zh: "时间标签不是真实时间，原始字节已保留" },
  "time-maybe-bcd": { en: "the time stamp only makes sense as BCD; its bytes are kept", zh: "时间标签按 BCD 才成立，原始字节已保留" },
  "bad-text": { en: "the text is not GB 18030; its bytes are kept", zh: "文字不是 GB 18030 编码，原始字节已保留" },
  "reserved-bits": { en: "reserved bits are set", zh: "预留位不为 0" },
  "reserved-not-zero": { en: "the reserved byte is not 0", zh: "预留字节不为 0" },
  "unknown-analog-type": { en: "analog type without a resolution; only the raw value is known", zh: "模拟量类型未定义，只有原始值" },
  "analog-out-of-range": { en: "the value is outside the valid range of its analog type", zh: "模拟量值超出有效范围" },
} as const satisfies Record<string, Label>;

export type ErrorCode = keyof typeof errorTexts;
export type AnomalyCode = keyof typeof anomalyTexts;

/** `offset` counts bytes from the beginning of the frame. */
export interface FrameError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly messageZh: string;
  readonly offset: number;
}

export interface Anomaly {
  readonly code: AnomalyCode;
  readonly message: string;
  readonly messageZh: string;
  readonly offset: number;
}

export function frameError(code: ErrorCode, offset: number): FrameError {
  const text = errorTexts[code];
  return { code, message: text.en, messageZh: text.zh, offset };
}

export function anomaly(code: AnomalyCode, offset: number): Anomaly {
  const text = anomalyTexts[code];
  return { code, message: text.en, messageZh: text.zh, offset };
}

/** Thrown by `encodeFrame` when a frame cannot be put on the wire. `field` names the value at fault, as in `adu.objects[0].status`. */
export class EncodeError extends RangeError {
  readonly field: string;
  readonly messageZh: string;

  constructor(field: string, en: string, zh: string) {
    super(`${field}: ${en}`);
    this.name = "EncodeError";
    this.field = field;
    this.messageZh = `${field}：${zh}`;
  }
}
