import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queryClient } from "./app/query-client.ts";
import { router } from "./app/router.tsx";
import { installTheme } from "./app/theme/preferences.ts";
import "./app/theme/base.css";
import { getLanguage, onLanguage, setLanguage, useLanguage } from "./lib/i18n.ts";
import { live } from "./lib/live.ts";

installTheme();
setLanguage(getLanguage());
// What the server said, it said in the language before: labels and sentences are asked for again, the live feed speaks anew.
onLanguage(() => {
  void queryClient.invalidateQueries();
  live.restart();
});

/** A change of language draws the whole page anew: no component listens for it by itself. */
function App() {
  const language = useLanguage();
  return <RouterProvider key={language} router={router} />;
}

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
