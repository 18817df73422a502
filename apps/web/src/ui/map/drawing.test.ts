import { expect, it } from "vitest";
import { isSoftware } from "./drawing.ts";

it("tells the programs that draw in place of a graphics card by their names", () => {
  const programs = [
    "ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)",
    "llvmpipe (LLVM 15.0.7, 256 bits)",
    "ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0, D3D11)",
  ];
  const cards = ["ANGLE (Intel, Intel(R) UHD Graphics 630 Direct3D11 vs_5_0 ps_5_0, D3D11)", "Mali-G78", "WebKit WebGL", ""];
  expect(programs.map(isSoftware)).toEqual([true, true, true]);
  expect(cards.map(isSoftware)).toEqual([false, false, false, false]);
});
