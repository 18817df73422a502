/** What this device keeps until it is sent: values by key in IndexedDB, pictures included. One store, three verbs. */
const NAME = "suiren.kept";
const STORE = "values";

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => void asked.result.createObjectStore(STORE);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error("this device keeps nothing"));
  });
}

async function inStore<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await opened();
  try {
    return await new Promise<T>((resolve, reject) => {
      const asked = ask(db.transaction(STORE, mode).objectStore(STORE));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error ?? new Error("this device keeps nothing"));
    });
  } finally {
    db.close();
  }
}

export const kept = {
  get: <T>(key: string): Promise<T | undefined> => inStore<T | undefined>("readonly", (store) => store.get(key)),
  set: (key: string, value: unknown): Promise<unknown> => inStore("readwrite", (store) => store.put(value, key)),
  drop: (key: string): Promise<unknown> => inStore("readwrite", (store) => store.delete(key)),
};
