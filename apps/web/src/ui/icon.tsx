import sprite from "./icons.svg";

export type IconProps = { readonly name: string; readonly size?: number; readonly solid?: boolean; readonly label?: string | undefined };

/** A glyph of icons.svg: 16 in rows, 18 in menus, 20–24 in tiles. `solid` thickens the line on solid fields. */
export function Icon({ name, size = 16, solid = false, label }: IconProps) {
  return (
    <svg
      role="img"
      aria-label={label}
      aria-hidden={!label}
      className="icon"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={solid ? 2 : 1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <use href={`${sprite}#${name}`} />
    </svg>
  );
}
