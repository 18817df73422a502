/** The door of the GB/T 26875.3 gateway. */
export { type ApplySignals, type Gateway, type GatewayOptions, type GatewayStatus, startGb26875Gateway } from "./gateway.ts";
export type { GatewayLimits } from "./limits.ts";
