import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { inRoot } from './folders.mjs'

/**
 * Adds to the built screens what lets the field application open without a signal: its service worker, told by name
 * which files to keep (those its page loads, not the desk's), and its manifest.
 * @returns {import('vite').Plugin}
 */
export function fieldWorker() {
  return {
    name: 'field-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const page = Object.values(bundle).find((file) => file.fileName === 'field/index.html')
      const entry = Object.values(bundle).find(
        (file) => file.type === 'chunk' && file.isEntry && file.facadeModuleId?.endsWith('/field/index.html'),
      )
      if (!page || page.type !== 'asset' || !entry) return
      const kept = [...loadedBy(entry.fileName, bundle)].sort()
      const icon = /href="(\/assets\/[^"]+\.svg)"/.exec(String(page.source))?.[1]
      const manifest = JSON.stringify({
        name: '清暖外业',
        short_name: '清暖外业',
        description: '没有信号也能入户办理',
        lang: 'zh-CN',
        start_url: '/field/',
        scope: '/field/',
        display: 'standalone',
        background_color: '#f6f3ec',
        theme_color: '#f6f3ec',
        icons: icon ? [{ src: icon, sizes: 'any', type: 'image/svg+xml', purpose: 'any' }] : [],
      })
      this.emitFile({ type: 'asset', fileName: 'field/app.webmanifest', source: manifest })
      const files = [
        '/field/',
        '/field/app.webmanifest',
        ...kept.map((file) => `/${file}`),
        ...(icon ? [icon] : []),
      ]
      const version = createHash('sha256')
        .update(JSON.stringify([files, String(page.source), manifest]))
        .digest('hex')
        .slice(0, 16)
      const worker = readFileSync(inRoot('src', 'web', 'field', 'worker.js'), 'utf8')
      this.emitFile({
        type: 'asset',
        fileName: 'field/worker.js',
        source: `const version = '${version}'\nconst files = ${JSON.stringify([...new Set(files)])}\n${worker}`,
      })
    },
  }
}

/** A chunk with all it loads, at once or later, and their styles. */
function loadedBy(name, bundle, found = new Set()) {
  const chunk = bundle[name]
  if (!chunk || chunk.type !== 'chunk' || found.has(name)) return found
  found.add(name)
  for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style)
  for (const asset of chunk.viteMetadata?.importedAssets ?? []) found.add(asset)
  for (const next of [...chunk.imports, ...chunk.dynamicImports]) loadedBy(next, bundle, found)
  return found
}
