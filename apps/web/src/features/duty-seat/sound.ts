/**
 * The seat's voice: two tones for fire until it is accepted, one soft tone for a fault. Browsers need one click before they let a page sound;
 * the seat says which of the three states it is in, always.
 */
export type SoundState = "on" | "off" | "blocked";

let context: AudioContext | null = null;

/** Must be called from a click. @returns whether the browser allows sound now */
export async function allowSound(): Promise<boolean> {
  context ??= new AudioContext();
  await context.resume();
  return context.state === "running";
}

export const soundAllowed = (): boolean => context?.state === "running";

function tone(frequency: number, startS: number, lengthS: number, loudness: number): void {
  if (context?.state !== "running") return;
  const at = context.currentTime + startS;
  const oscillator = new OscillatorNode(context, { type: "triangle", frequency });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(loudness, at + 0.02);
  gain.gain.setValueAtTime(loudness, at + lengthS - 0.05);
  gain.gain.linearRampToValueAtTime(0, at + lengthS);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + lengthS);
}

export function soundFire(): void {
  tone(960, 0, 0.35, 0.5);
  tone(720, 0.38, 0.35, 0.5);
  tone(960, 0.9, 0.35, 0.5);
  tone(720, 1.28, 0.35, 0.5);
}

export const soundFault = (): void => tone(520, 0, 0.4, 0.15);
export const soundLinkLost = (): void => tone(330, 0, 0.6, 0.2);
