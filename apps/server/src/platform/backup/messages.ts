/** What backup and restore say to whoever keeps the machine. */
import type { MessageTable } from "../messages.ts";

export const backupMessages: MessageTable = {
  "backup.target_exists": ["{path} 已存在，备份不覆盖任何文件，请换一个名字", "{path} exists; a backup never overwrites a file"],
  "backup.no_folder": ["没有 {path} 这个目录，请先建立", "There is no folder {path}; make it first"],
  "backup.no_space": [
    "{path} 所在磁盘已满，备份没有做成，未留下半个文件",
    "The disk of {path} is full; no backup was made and none is left half done",
  ],
  "backup.unsupported": ["数据库里有备份不认识的东西：{names}，备份没有做成", "The database holds what a backup cannot carry: {names}"],
  "backup.nothing_yet": ["这里还没有安装燧人：数据库是空的", "Nothing is installed here: the database is empty"],
  "backup.no_such_file": ["没有这个文件：{path}", "No such file: {path}"],
  "backup.not_a_backup": ["{path} 不是燧人的备份文件", "{path} is no backup of Suiren"],
  "backup.unfinished": ["{path} 没有写完，不能用来恢复", "{path} was never finished and cannot be restored"],
  "backup.damaged": [
    "{path} 已损坏：内容与清单的校验值不符，请用另一份备份",
    "{path} is damaged: its content differs from its list; use another backup",
  ],
  "backup.newer_format": ["{path} 由较新的程序制作，请换用较新的程序恢复", "{path} was made by a newer program; restore it with that one"],
  "backup.newer_program": [
    "备份由较新的程序（{program}）制作，本程序没有其中的数据库脚本：{names}。请换用较新的程序恢复",
    "The backup was made by a newer program ({program}) with migrations unknown here: {names}. Restore it with that one",
  ],
  "restore.database_not_empty": [
    "数据库不是空的（有 {name}）。恢复只写入空的安装：请用 SUIREN_DATA 指定一个新目录，或用 DATABASE_URL 指定一个空数据库",
    "The database is not empty (it has {name}). A restore goes into an empty installation: set SUIREN_DATA to a new folder, or DATABASE_URL to an empty database",
  ],
  "restore.files_not_empty": [
    "{path} 里已有文件。恢复只写入空的安装：请用 SUIREN_DATA 指定一个新目录",
    "{path} already holds files. A restore goes into an empty installation: set SUIREN_DATA to a new folder",
  ],
  "restore.running": ["数据目录 {path} 上的燧人正在运行，请先停止", "Suiren runs on {path}; stop it first"],
  "restore.other_key": [
    "数据目录里的 personal-data.key 不是这份备份用的密钥（应为 {expected}，现为 {found}）。请换成对应的密钥再恢复",
    "The personal-data.key here is not the one this backup was made with (expected {expected}, found {found}). Put the right key there first",
  ],
  "restore.differs": [
    "恢复后的核对不一致（{name}），已全部撤销，数据库仍是空的",
    "What was restored differs ({name}); all of it was undone, the database is empty",
  ],
  "restore.unfinished": [
    "数据目录 {path} 上次的恢复没有做完。请重新执行 restore {archive}；若不要了，请删除 {mark} 再启动",
    "A restore into {path} was broken off. Run restore {archive} again, or delete {mark} to start empty",
  ],
};
