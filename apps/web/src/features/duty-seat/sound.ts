/**
 * The seat's voice: two tones for fire until it is accepted, one soft tone for a fault. Browsers need one click before they let a page sound;
 * the seat says which of the three states it is in, always.
 */
export type SoundState = "on" | "off" | "blocked";

let context: AudioContext | null = null;
const watchers = new Set<() => void>();

/** The browser takes the sound away when it likes: a call, a device unplugged, a tab put to sleep. @returns how to stop watching */
export function watchSound(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function opened(): AudioContext {
  const made = new AudioContext();
  made.onstatechange = () => {
    for (const watcher of watchers) watcher();
  };
  return made;
}

/** Must be called from a click. Whether it helped, the watchers see. */
export async function allowSound(): Promise<void> {
  context ??= opened();
  await context.resume().catch(() => undefined); // refused while interrupted; the next touch asks again
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
