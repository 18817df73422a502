/** 行政处罚法 第九条 */
export const penaltyKinds = {
  warning: "警告、通报批评",
  fine: "罚款",
  confiscate: "没收违法所得、非法财物",
  stop: "责令停产停业、停止施工、停止使用",
  revoke: "吊销、撤销许可",
  close: "责令关闭",
} as const;
export const partyKinds = { unit: "单位", person: "个人" } as const;
