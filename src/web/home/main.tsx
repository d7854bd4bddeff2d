import { createRoot } from 'react-dom/client'
import '../kit/theme/ground.css'
import '../kit/theme/parts.css'
import '../kit/theme/capture.css'
import './home.css'
import { startLanguage } from '../kit/language/language.ts'
import { HomeShell } from './home-shell.tsx'
import { words } from './all-words.ts'

startLanguage(words)
const root = document.getElementById('home')
if (root) createRoot(root).render(<HomeShell />)
