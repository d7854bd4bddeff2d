import { Input } from 'antd'
import type { Said } from '../../../../kernel/words/words.ts'
import { useWords } from '../../../../web/kit/language/use-words.ts'

interface Props {
  label: string
  value: Said
  disabled: boolean
  onChange: (value: Said) => void
}

/** A text in both languages. */
export function SaidInput({ label, value, disabled, onChange }: Props) {
  const { t } = useWords()
  return (
    <div className="draft-said">
      {(['zh', 'en'] as const).map((language) => (
        <Input.TextArea
          key={language}
          lang={language}
          aria-label={`${label} ${t(`draft.${language}`)}`}
          placeholder={t(`draft.${language}`)}
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={2000}
          disabled={disabled}
          status={value[language].trim() === '' ? 'error' : undefined}
          value={value[language]}
          onChange={({ target }) => onChange({ ...value, [language]: target.value })}
        />
      ))}
    </div>
  )
}
