/** What a connected platform may do, and what an embedded page is allowed at most. */
export const platformKinds = { city: "一网统管", grassroots: "基层智治", security: "综治", community: "社区网格", other: "其他" } as const;
export const platformScopes = {
  events: "事件流入",
  feedback: "办理反馈",
  warnings: "风险预警",
  embed: "嵌入页面",
  problems: "问题清单",
} as const;
export type PlatformScope = keyof typeof platformScopes;
export const platformStates = { pending: "待授权", active: "启用", revoked: "已撤销" } as const;
export type PlatformState = keyof typeof platformStates;

/** Rights an embedded session keeps of those its person has; everything else falls away. */
export const EMBEDDED: readonly string[] = [
  "grassroots.station.read",
  "grassroots.office.read",
  "grassroots.register.read",
  "grassroots.grid-member.read",
  "grassroots.patrol.read",
  "grassroots.patrol.write",
  "grassroots.event.read",
  "grassroots.handle",
  "hazard-loop.hazard.read",
  "hazard-loop.find",
];
export const TICKET_SECONDS = 60;
export const SESSION_SECONDS = 1_800;
