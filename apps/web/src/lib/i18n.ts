/** Two languages, Chinese first. A table gives each key its sentence in both; a missing or unknown key does not compile. */
import { useSyncExternalStore } from "react";

export type Language = "zh" | "en";
export type Params = Readonly<Record<string, string | number>>;
export type Say<K extends string> = (key: K, params?: Params) => string;

const KEY = "suiren.language";
const listeners = new Set<() => void>();
let language: Language = globalThis.localStorage?.getItem(KEY) === "en" ? "en" : "zh";

export const getLanguage = (): Language => language;

export function setLanguage(next: Language): void {
  language = next;
  globalThis.localStorage?.setItem(KEY, next);
  if (globalThis.document) {
    document.documentElement.lang = next === "zh" ? "zh-CN" : "en";
    document.title = next === "zh" ? "燧人" : "Suiren"; // a page with a name of its own says it when it is drawn
  }
  for (const listener of listeners) listener();
}

/** @returns how to stop listening */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, getLanguage);
}

/** `{name}` is replaced by the parameter of that name. */
export const fill = (sentence: string, params: Params = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));

/** A feature's own words: `const t = messages(zh, en)`; `t("key", { n: 3 })` speaks the language chosen now. */
export const messages =
  <K extends string>(zh: Readonly<Record<K, string>>, en: Readonly<Record<NoInfer<K>, string>>): Say<K> =>
  (key, params) =>
    fill((language === "zh" ? zh : en)[key], params);
