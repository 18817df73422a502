import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "../lib/api.ts";

/** Answers are tried again only when nothing answered; a refusal stays a refusal. Old data stay in sight while new ones come. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && (!(error instanceof ApiError) || error.status === 0 || error.status === 503),
    },
  },
});
