import { Button } from 'antd'
import { App } from 'antd'
import { ActAnswer } from '../../../../web/kit/acts/act-answer.tsx'
import { usePerform } from '../../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import { editsOf } from '../../rules/pending.ts'
import type { Editing } from './use-draft.ts'

/** What is not saved, what the checks say of it, and saving: always in sight while one edits. */
export function DraftBar({ editing, onSaved }: { editing: Editing; onSaved: () => Promise<unknown> }) {
  const { t } = useWords()
  const { modal } = App.useApp()
  const saving = usePerform('draft.edit')
  const restoring = usePerform('draft.restore')
  const { page, pending, unsaved, check, checked, open } = editing
  if (!open) return null
  const save = async () => {
    const outcome = await saving.perform({ draft: page.id, version: page.version, edits: editsOf(pending) })
    if (outcome?.status === 'done') await onSaved()
    else editing.recheck()
  }
  const undo = async (to: number) => {
    const outcome = await restoring.perform({ draft: page.id, version: page.version, to })
    if (outcome?.status === 'done') await onSaved()
    else editing.recheck()
  }
  const drop = async () => {
    const sure = await modal.confirm({
      title: t('draft.drop.confirm'),
      okText: t('draft.confirm'),
      cancelText: t('kit.cancel'),
    })
    if (sure) editing.drop()
  }
  const faults = check.problems.length
  return (
    <div className="draft-bar">
      <div className="draft-bar-said" role="status">
        <b>{unsaved > 0 ? t('draft.unsaved', { count: unsaved }) : t('draft.all-saved')}</b>
        {!checked ? (
          <span className="quiet">{t('draft.checking')}</span>
        ) : faults > 0 ? (
          <span className="case-differs">{t('draft.problems', { count: faults })}</span>
        ) : (
          <span className="draft-sound">{t('draft.sound')}</span>
        )}
      </div>
      <div className="draft-bar-acts">
        {unsaved > 0 && <Button onClick={() => void drop()}>{t('draft.drop')}</Button>}
        {unsaved === 0 && page.undoTo !== null && (
          <Button loading={restoring.pending} onClick={() => void undo(page.undoTo ?? 1)}>
            {t('draft.undo')}
          </Button>
        )}
        <Button type="primary" disabled={unsaved === 0} loading={saving.pending} onClick={() => void save()}>
          {t('draft.save')}
        </Button>
      </div>
      <ActAnswer performing={saving} onRetry={() => void save()} />
      <ActAnswer performing={restoring} />
    </div>
  )
}
