/** Addresses. Features bring their own; a ledger without a screen of its own gets the standard one by its path `/<module>/<ledger>`. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from "@tanstack/react-router";
import { landingOf } from "../lib/landing.ts";
import { meQuery } from "../lib/session.ts";
import { Confirmations } from "../ui/dialog.tsx";
import { Loading, NotFound, Trouble } from "../ui/state-block.tsx";
import { Toasts } from "../ui/toast.tsx";
import type { FeatureRoute } from "./feature.ts";
import { queryClient } from "./query-client.ts";
import { SessionGuard } from "./session-guard.tsx";
import { ConsoleShell } from "./shell.tsx";

/** An address nobody has: a page of its own, so with its own landmark. */
const NoSuchPage = () => (
  <main className="state-page">
    <NotFound />
  </main>
);

const found = import.meta.glob<{ routes: readonly FeatureRoute[] }>("../features/*/feature.ts", { eager: true });
const features = Object.values(found).flatMap((feature) => feature.routes);

const root = createRootRoute({
  component: () => (
    <>
      <Outlet />
      <SessionGuard />
      <Confirmations />
      <Toasts />
    </>
  ),
  notFoundComponent: NoSuchPage,
});

/** Nobody signed in goes to the login and comes back to the same address; a first sign-in first sets its own password. */
async function requirePerson({ location }: { location: { href: string; pathname: string } }): Promise<void> {
  const me = await queryClient.ensureQueryData(meQuery);
  if (!me) throw redirect({ href: `/login?next=${encodeURIComponent(location.href)}` });
  if ((me.mustChangePassword || me.mustEnrolTotp) && location.pathname !== "/first") throw redirect({ href: "/first" });
}

const shell = createRoute({ getParentRoute: () => root, id: "console", beforeLoad: requirePerson, component: ConsoleShell });
const full = createRoute({ getParentRoute: () => root, id: "full", beforeLoad: requirePerson, component: Outlet });

const landing = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: async (given) => {
    await requirePerson(given);
    const me = await queryClient.ensureQueryData(meQuery);
    throw redirect({ href: landingOf(me) });
  },
});

const parents = { console: shell, full, public: root } as const;
const inFrame = (frame: FeatureRoute["frame"]) =>
  features
    .filter((route) => route.frame === frame)
    .map((route) => {
      const parent = parents[frame];
      return createRoute({ getParentRoute: () => parent, path: route.path, component: lazyRouteComponent(route.load) });
    });

const tree = root.addChildren([landing, ...inFrame("public"), full.addChildren(inFrame("full")), shell.addChildren(inFrame("console"))]);

export const router = createRouter({
  routeTree: tree,
  defaultNotFoundComponent: NotFound,
  defaultPendingComponent: () => <Loading />,
  defaultErrorComponent: ({ error, reset }) => <Trouble error={error} what="" onRetry={reset} />,
  defaultPreload: false,
});
