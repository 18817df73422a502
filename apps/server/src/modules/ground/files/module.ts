/** 文件: evidence by content hash; rows of other ledgers name it by id. */
import { defineModule } from "#platform/module.ts";
import { english } from "./english.ts";
import { downloadFile, uploadFile } from "./routes.ts";
import { sweepFiles } from "./unnamed.ts";

const both = ["files.upload", "files.read"] as const;

export const files = defineModule({
  name: "files",
  label: "文件",
  english,
  raw: () => [uploadFile, downloadFile],
  jobs: [sweepFiles],
  permissions: { "files.upload": "上传文件", "files.read": "查看文件" },
  grants: {
    "duty-officer": both,
    "duty-leader": both,
    dispatcher: both,
    inspector: both,
    "street-clerk": both,
    "grid-member": both,
    "unit-manager": both,
    "unit-duty": both,
    leader: ["files.read"],
    "committee-office": both,
    department: both,
  },
  messages: {
    "files.send_again": ["文件没有存住，请再上传一次", "The file was not kept; upload it once more"],
    "files.empty": ["文件是空的", "The file is empty"],
    "files.heic": ["HEIC 照片请在手机上改存为 JPG 再传", "Please save HEIC photos as JPG first"],
    "files.archive": ["“{name}”其实是压缩包，不收", "{name} is really an archive and is not taken"],
    "files.unknown_kind": ["“{name}”不是照片、文档、录音或录像", "{name} is no picture, document, sound or video"],
    "files.name_disagrees": ["“{name}”的内容与扩展名不符", "The content of {name} is not what its name says"],
  },
});
