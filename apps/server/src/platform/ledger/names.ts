/** How names in declarations become names in SQL: `remote-monitoring.alarm` → `remote_monitoring.alarm`, `dueAt` → `due_at`. */
export function columnName(key: string): string {
  const known = columnNames.get(key);
  if (known !== undefined) return known;
  const name = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  if (columnNames.size < NAMES_KEPT) columnNames.set(key, name);
  return name;
}
/** Asked for each value of each row written: a tenth of the work of an import before it was remembered. */
const columnNames = new Map<string, string>();
const NAMES_KEPT = 20_000;
export const fieldKey = (column: string): string => column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
export const schemaOfName = (name: string): string => (name.split(".")[0] ?? name).replaceAll("-", "_");
export const tableOfName = (name: string): string => (name.split(".")[1] ?? name).replaceAll("-", "_");
export const qualified = (name: string): string => `"${schemaOfName(name)}"."${tableOfName(name)}"`;
export const pathOf = (name: string): string => name.replace(".", "/");
