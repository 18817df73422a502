/** What a person chose for this device: theme, density, folded menu. Kept in local storage; the wall ignores the choice of theme. */
import { useSyncExternalStore } from "react";
import { type Theme, themeSheet } from "./theme.ts";

export type ThemeChoice = "light" | "dark" | "system";
export type Density = "dense" | "normal" | "relaxed";
export type Preferences = { readonly theme: ThemeChoice; readonly density: Density; readonly folded: boolean };

const KEY = "suiren.preferences";
const DEFAULTS: Preferences = { theme: "light", density: "dense", folded: false };
const listeners = new Set<() => void>();
let current: Preferences = load();

function load(): Preferences {
  const text = globalThis.localStorage?.getItem(KEY);
  if (!text) return DEFAULTS;
  try {
    return { ...DEFAULTS, ...JSON.parse(text) };
  } catch {
    globalThis.localStorage.removeItem(KEY);
    return DEFAULTS;
  }
}

export const getPreferences = (): Preferences => current;

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  localStorage.setItem(KEY, JSON.stringify(current));
  applyPreferences();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, getPreferences);

const prefersDark = () => matchMedia("(prefers-color-scheme: dark)");

/** The theme on the page now; `wall` where a wall screen has taken the page. */
export function themeNow(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === "dark" || theme === "wall" ? theme : "light";
}

export function applyPreferences(): void {
  const { theme, density } = current;
  const root = document.documentElement;
  root.dataset.density = density;
  if (root.dataset.theme !== "wall") root.dataset.theme = theme === "system" ? (prefersDark().matches ? "dark" : "light") : theme;
}

/** Puts the style sheet of the tokens on the page, once, before anything is drawn. */
export function installTheme(): void {
  const sheet = document.createElement("style");
  sheet.textContent = themeSheet();
  document.head.append(sheet);
  applyPreferences();
  prefersDark().addEventListener("change", () => {
    applyPreferences();
    for (const listener of listeners) listener();
  });
}

/** The theme on the page as a value that redraws maps and charts when it changes, also where the device changed it. */
export const useTheme = (): Theme => useSyncExternalStore(subscribe, themeNow);
