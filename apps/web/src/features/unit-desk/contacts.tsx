/** Whom the duty officer calls in a fire, in his order; the unit keeps the numbers right itself. */
import { api } from "../../lib/api.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/panel.tsx";
import { StateBlock } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import type { Contact } from "./model.ts";
import { t } from "./words.ts";

const telOf = (number: string): string => `tel:${number.replace(/[^\d+]/g, "")}`;

/** A masked number can still be dialled by those who may see it; that it was shown is kept by the server. */
async function call(contact: Contact): Promise<void> {
  if (contact.officePhone) {
    window.location.href = telOf(contact.officePhone);
    return;
  }
  try {
    const { phone } = await api.post("/places/contact/{id}/reveal", { id: contact.id, fields: ["phone"], reason: t("reason") });
    if (phone) window.location.href = telOf(phone);
  } catch (error) {
    toast.trouble(error);
  }
}

export function Contacts({ contacts, unit }: { readonly contacts: readonly Contact[]; readonly unit: string }) {
  const may = useMay();
  const go = useGo();
  const mayWrite = may("places.contact.write");
  return (
    <Panel
      title={t("contacts")}
      aside={t("callOrder")}
      end={
        <Go className="link" href={`/places/unit/${unit}`}>
          {t("file")}
        </Go>
      }
      flush
    >
      {contacts.length === 0 && (
        <StateBlock kind="empty" title={t("noContacts")}>
          {t("noContactsHint")}
        </StateBlock>
      )}
      {contacts.map((contact) => {
        const number = contact.officePhone || contact.phone;
        return (
          <div key={contact.id} className="desk-row">
            <span className="grow">
              <b>{contact.name || contact.post}</b>
              <small className="t2">{[contact.name && contact.post, contact.certificate].filter(Boolean).join("　")}</small>
              <small className="num">{number || t("noPhone")}</small>
            </span>
            {mayWrite && (
              <Button size="small" kind="text" onClick={() => go(`/places/contact/${contact.id}/edit`)}>
                {t("edit")}
              </Button>
            )}
            <Button
              size="small"
              icon="phone"
              reason={number && (contact.officePhone || may("places.contact.reveal")) ? undefined : t("noPhone")}
              onClick={() => void call(contact)}
            >
              {t("call")}
            </Button>
          </div>
        );
      })}
    </Panel>
  );
}
