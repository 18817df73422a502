/**
 * A component in words a person can act on 部件说明: floor, zone and place first, device numbers after.
 * What nobody registered falls back to the panel's own description, then to loop and point.
 */

/** What is known of a component: its register entry, if any, and what the panel said. */
export type ComponentFacts = {
  readonly typeName: string;
  readonly systemName: string;
  readonly componentAddress: number | null;
  readonly loop: number | null;
  readonly point: number | null;
  readonly floor: number | null;
  readonly zone: string | null;
  readonly place: string | null;
  /** 31 bytes of text the panel sends with a component's state. */
  readonly description: string | null;
};

/** `-1` → 负 1 层; there is no floor 0 in China. */
export const floorWords = (floor: number): string => (floor < 0 ? `负 ${-floor} 层` : `${floor} 层`);

/** Three digits at least, as panels print them: 37 → 037. */
const pointWords = (point: number): string => `${String(point).padStart(3, "0")} 号`;

/** 3 层 B 防火分区 女装区东侧走道; empty when the register says nothing. */
export function registeredPlace({ floor, zone, place }: Pick<ComponentFacts, "floor" | "zone" | "place">): string {
  const zoneWords = zone ? (/区$/.test(zone) ? zone : `${zone} 防火分区`) : "";
  return [floor === null ? "" : floorWords(floor), zoneWords, place ?? ""].filter(Boolean).join(" ");
}

/** Where to go. Never empty: without register and description it says that the place is not registered. */
export function placeWords(facts: ComponentFacts): string {
  const registered = registeredPlace(facts);
  if (registered) return registered;
  const described = facts.description?.trim();
  if (described) return described;
  return facts.componentAddress === null ? facts.systemName : `位置未登记（${numberWords(facts)}）`;
}

/** 2 回路 037 号. An address with no loop is a plain number. */
function numberWords({ loop, point, componentAddress }: Pick<ComponentFacts, "loop" | "point" | "componentAddress">): string {
  if (point === null) return componentAddress === null ? "" : `部件 ${componentAddress}`;
  return loop === null ? pointWords(point) : `${loop} 回路 ${pointWords(point)}`;
}

/** 感烟火灾探测器 2 回路 037 号. */
export const deviceWords = (facts: ComponentFacts): string => [facts.typeName, numberWords(facts)].filter(Boolean).join(" ");

/** The short number beside a name in a list: 2-037. */
export function shortNumber({ loop, point, componentAddress }: Pick<ComponentFacts, "loop" | "point" | "componentAddress">): string {
  if (point === null) return componentAddress === null ? "" : String(componentAddress);
  const digits = String(point).padStart(3, "0");
  return loop === null ? digits : `${loop}-${digits}`;
}

/**
 * Loop 回路 and point 位号 of a 32-bit component address. The standard gives it no structure; most makers put the loop in the low
 * and the point in the high 16 bits. An address that fits 16 bits has no loop.
 */
export function splitComponentAddress(componentAddress: number): { readonly loop: number | null; readonly point: number } {
  const low = componentAddress % 65_536;
  const high = Math.floor(componentAddress / 65_536);
  return high === 0 ? { loop: null, point: low } : { loop: low, point: high };
}
