import { existsSync } from 'node:fs'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { fieldWorker } from './scripts/parts/field-worker.mjs'

const web = path.join(import.meta.dirname, 'src/web')
const shells = ['office', 'home', 'field'].filter((shell) => existsSync(path.join(web, shell, 'index.html')))
const packages = (...names: string[]) => new RegExp(`[\\\\/]node_modules[\\\\/](${names.join('|')})[\\\\/]`)

export default defineConfig({
  root: web,
  base: '/',
  plugins: [react(), fieldWorker()],
  build: {
    outDir: path.join(import.meta.dirname, 'build/web'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 2048,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: Object.fromEntries(shells.map((shell) => [shell, path.join(web, shell, 'index.html')])),
      output: {
        // Zod asks whether it may compile code, which the content security policy forbids and the browser notes
        // as an issue. It is told before its own chunk asks.
        banner: ({ moduleIds }) =>
          moduleIds.some((id) => packages('zod').test(id))
            ? 'globalThis.__zod_globalConfig={...globalThis.__zod_globalConfig,jitless:true};'
            : '',
        codeSplitting: {
          // A library's file keeps its name while only our own code changes, so browsers keep it; and a
          // household's telephone loads what its shell uses, not the desk's share of the same library.
          groups: [
            {
              name: 'react',
              test: packages('react', 'react-dom', 'scheduler'),
              priority: 3,
            },
            // Apart from React: the household's telephone speaks without it.
            { name: 'i18next', test: packages('i18next', 'react-i18next'), priority: 3 },
            { name: 'charts', test: packages('echarts', 'zrender'), priority: 2 },
            {
              name: 'antd',
              test: packages('antd', '@ant-design', '@rc-component', '@emotion', 'dayjs'),
              priority: 1,
              entriesAware: true,
              entriesAwareMergeThreshold: 60_000,
            },
          ],
        },
      },
    },
  },
})
