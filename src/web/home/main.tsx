import { createRoot } from 'react-dom/client'
import '../kit/theme/ground.css'
import '../kit/theme/parts.css'
import '../kit/theme/capture.css'
import './home.css'
import { PlainWords } from '../kit/language/plain-words.tsx'
import { HomeShell } from './home-shell.tsx'
import { words } from './all-words.ts'

const root = document.getElementById('home')
if (root)
  createRoot(root).render(
    <PlainWords words={words}>
      <HomeShell />
    </PlainWords>,
  )
