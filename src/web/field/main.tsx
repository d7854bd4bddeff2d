import { createRoot } from 'react-dom/client'
import '../kit/theme/ground.css'
import '../kit/theme/parts.css'
import '../kit/theme/capture.css'
import './field.css'
import { PlainWords } from '../kit/language/plain-words.tsx'
import { words } from './all-words.ts'
import { FieldShell } from './shell/field-shell.tsx'

// Without it the page opens only with a signal; where the browser has none, everything else works as it does.
if ('serviceWorker' in navigator)
  void navigator.serviceWorker.register('/field/worker.js', { scope: '/field/' })

const root = document.getElementById('field')
if (root)
  createRoot(root).render(
    <PlainWords words={words}>
      <FieldShell />
    </PlainWords>,
  )
