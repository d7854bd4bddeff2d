/** What the operator reads on the terminal while the embedded database starts and stops. */

const advice =
  '也可以把 DATABASE_URL 设为一台 PostgreSQL 15 或更新的服务器,再启动。\n' +
  'Or set DATABASE_URL to a PostgreSQL server, version 15 or newer, and start again.'

const both = (zh: string, en: string) => `${zh} · ${en}`
const failure = (zh: string, en: string) => `${zh}\n${en}\n${advice}`

export const embeddedWords = {
  creating: () => both('正在建立数据库', 'Creating the database'),
  keptIn: (folder: string) => both(`数据库文件放在 ${folder}`, `Database files are kept in ${folder}`),
  earlier: (folder: string) =>
    both(
      `本文件夹以前的数据库还在 ${folder},不再需要可删除`,
      `An earlier database of this folder is still in ${folder}; delete it if nobody needs it`,
    ),
  recovering: () =>
    both('数据库上次没有正常关闭,正在恢复', 'The database was not shut down last time; recovering it'),
  lost: () => both('数据库中断,正在重新启动', 'The database went away; starting it again'),
  restored: () => both('数据库已恢复', 'The database is back'),
  stillUsed: () =>
    both('另一个程序仍在使用数据库,数据库保持运行', 'Another program still uses the database; it stays up'),
  noPackage: (name: string) =>
    failure(
      `没有找到内置数据库(${name})。请重新运行 npm ci,不要加 --omit=optional。`,
      `The embedded database (${name}) is not installed. Run npm ci again, without --omit=optional.`,
    ),
  noPlatform: (platform: string) =>
    failure(
      `内置数据库不支持本机系统(${platform})。`,
      `There is no embedded database for this system (${platform}).`,
    ),
  cannotRun: (detail: string) =>
    failure(`内置数据库在本机无法运行:${detail}`, `The embedded database cannot run here: ${detail}`),
  noAccount: () =>
    failure(
      'PostgreSQL 不能以 root 运行,而本机没有 nobody 用户。请换普通用户启动。',
      'PostgreSQL refuses to run as root and there is no user "nobody" here. Start as an ordinary user.',
    ),
  notOurs: (folder: string) =>
    failure(
      `数据库文件夹 ${folder} 属于另一个用户。请用原来的用户启动。`,
      `The database folder ${folder} belongs to another user. Start as the user who created it.`,
    ),
  unreachable: (folder: string) =>
    failure(
      `数据库文件夹 ${folder} 所在的目录不让数据库用户进入。请放开上级目录的进入权限,或移动数据文件夹。`,
      `The database folder ${folder} lies under a folder its own user may not enter. Open the folders above it, or move the data folder.`,
    ),
  missing: (cluster: string, record: string) =>
    failure(
      `找不到数据库文件夹 ${cluster}。请从备份恢复;若要从空库重新开始,删除 ${record}。`,
      `The database folder ${cluster} is gone. Restore it from a backup; to begin with an empty database, delete ${record}.`,
    ),
  copied: (owner: string, record: string) =>
    failure(
      `这个数据文件夹是 ${owner} 的副本,数据库仍归原文件夹使用。若要用空库,删除 ${record}。`,
      `This data folder is a copy of ${owner}, which still uses the database. To begin with an empty one, delete ${record}.`,
    ),
  otherVersion: (cluster: string, found: string, ours: string) =>
    failure(
      `数据库 ${cluster} 是 PostgreSQL ${found} 的,本程序带的是 ${ours}。请先用原版本导出,再导入。`,
      `The database ${cluster} was made by PostgreSQL ${found}; this program brings ${ours}. Dump it with the old version and load it into the new one.`,
    ),
  silent: (pid: number) =>
    failure(
      `数据库进程 ${pid} 还在,但不应答。请结束该进程后再启动。`,
      `The database process ${pid} is there but does not answer. End it and start again.`,
    ),
  failed: (log: string, tail: string) =>
    failure(`数据库没有启动。日志在 ${log}:\n${tail}`, `The database did not start. Its log is ${log}.`),
  slow: (log: string) =>
    failure(`数据库迟迟没有就绪。日志在 ${log}。`, `The database is not ready yet. Its log is ${log}.`),
}
