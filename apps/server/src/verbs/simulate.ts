import type { Verb } from "./verb.ts";

export const simulate: Verb = {
  name: "simulate",
  usage: "suiren simulate --transmitters N --rate R --scenario quiet|busy|storm|fire|dialects [--seconds S] [--port P] [--udp] [--json]",
  what: "按真实协议经网络接口模拟用户信息传输装置，核对每条上传都被确认，报告时延与丢失。Simulates transmitters over real sockets.",
  run: async (argv) => (await import("../../../../tools/simulator/verb.ts")).simulateVerb(argv),
};
