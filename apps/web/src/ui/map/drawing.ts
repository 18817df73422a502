/** Whether a processor draws what a graphics card should: then every frame is dear, and decoration is kept to few of them. */

/** SwiftShader in Chrome, llvmpipe and softpipe on Linux, WARP on Windows. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Whether a renderer of this name is a program. */
export const isSoftware = (renderer: string): boolean => SOFTWARE.test(renderer);

/** By the name the canvas' own WebGL gives its renderer; where the browser tells none, a card is taken for granted. */
export function isDrawnBySoftware(canvas: HTMLCanvasElement): boolean {
  const gl = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
  const unmasked = gl?.getExtension("WEBGL_debug_renderer_info")?.UNMASKED_RENDERER_WEBGL;
  return gl != null && isSoftware(String(gl.getParameter(unmasked ?? gl.RENDERER)));
}
