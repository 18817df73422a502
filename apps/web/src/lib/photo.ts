/** A photo from a camera or a file: turned upright, made small enough for a shaky line, without the camera's own notes; then to the server. */
import type { Gives } from "@suiren/api-client";
import { request } from "./api.ts";

const MOST_SIDE = 1_600;

/** @throws when the file is no picture this browser can read */
export async function smallPhoto(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, MOST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/jpeg", 0.82);
  });
}

/** @returns the id other rows name it by */
export async function sendPhoto(photo: Blob, name = "photo.jpg"): Promise<string> {
  const form = new FormData();
  form.append("file", photo, name);
  const { id } = await request<Gives<"POST", "/files">>("POST", "files", { body: form });
  return id;
}
