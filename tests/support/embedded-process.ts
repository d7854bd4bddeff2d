import { startEmbedded } from '../../src/kernel/database/embedded.ts'

/**
 * A program that holds the embedded database, to be killed by a test: tells its parent the database's address
 * and every note, and stops on SIGTERM. Arguments: data folder, and how to listen.
 */
const [dataFolder, listen] = process.argv.slice(2)
if (!dataFolder) throw new Error('The data folder is missing.')
const database = await startEmbedded({
  dataFolder,
  listen: listen === 'loopback' ? 'loopback' : 'socket',
  onNote: (note) => process.send?.({ note }),
})
process.once('SIGTERM', () => {
  clearInterval(staying)
  void database.stop().then(() => process.disconnect())
})
const staying = setInterval(() => undefined, 60_000)
process.send?.({ url: database.url, adopted: database.adopted })
