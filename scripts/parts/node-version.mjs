// Read by whatever Node there is: nothing newer than old ones understand.
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `需要 Node.js 20.19 或更新版本,本机是 ${process.version}。请先升级 Node.js。\n` +
      `Node.js 20.19 or newer is needed; this is ${process.version}. Please upgrade Node.js first.\n`,
  )
  process.exit(1)
}
