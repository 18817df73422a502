/** Addresses as plain text: `/places/unit?view=key&open=…`. `Go` is a link the browser understands and the router follows without loading again. */
import { useRouter, useRouterState } from "@tanstack/react-router";
import type { AnchorHTMLAttributes } from "react";

export type GoOptions = { readonly replace?: boolean };

export function useGo(): (href: string, options?: GoOptions) => void {
  const router = useRouter();
  return (href, { replace = false } = {}) => {
    if (replace) router.history.replace(href);
    else router.history.push(href);
  };
}

export function Go({ href, onClick, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string }) {
  const go = useGo();
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || rest.target) return;
        event.preventDefault();
        go(href);
      }}
    />
  );
}

export const usePath = (): string => useRouterState({ select: (state) => state.location.pathname });
/** The address after `?`, as the browser writes it. */
export const useSearchText = (): string => useRouterState({ select: (state) => state.location.searchStr });
