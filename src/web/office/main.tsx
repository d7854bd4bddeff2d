import { createRoot } from 'react-dom/client'
import '../kit/theme/ground.css'
import '../kit/theme/parts.css'
import '../kit/theme/capture.css'
import '../kit/theme/desk.css'
import './office.css'
import { SpokenWords, startSpeaking } from '../kit/language/spoken-words.tsx'
import { words } from '../words.ts'
import { Office } from './office.tsx'

startSpeaking(words)
const root = document.getElementById('office')
if (root)
  createRoot(root).render(
    <SpokenWords>
      <Office />
    </SpokenWords>,
  )
