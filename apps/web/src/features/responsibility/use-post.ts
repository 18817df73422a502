/** One act of this feature: sends it, says what came of it, and lets what is shown be asked again. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "../../ui/toast.tsx";

export function usePost(): { readonly busy: boolean; readonly act: (work: () => Promise<string>) => Promise<void> } {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const act = async (work: () => Promise<string>) => {
    setBusy(true);
    try {
      toast.done(await work());
      await client.invalidateQueries({ queryKey: ["responsibility"] });
    } catch (failure) {
      toast.trouble(failure);
    } finally {
      setBusy(false);
    }
  };
  return { busy, act };
}
