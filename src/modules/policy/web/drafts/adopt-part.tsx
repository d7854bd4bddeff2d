import { Button, Form, Input, Modal, Spin } from 'antd'
import { useState } from 'react'
import type { EvidenceRef } from '../../../../kernel/act/define.ts'
import { ActAnswer } from '../../../../web/kit/acts/act-answer.tsx'
import { AddressLink } from '../../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../../web/kit/api/use-perform.ts'
import { FileDrop } from '../../../../web/kit/capture/file-drop.tsx'
import { DayInput } from '../../../../web/kit/form/day-input.tsx'
import { Panel } from '../../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import { useMay, useSession } from '../../../../web/kit/session/session-context.tsx'
import { checkDayOfForce } from '../../rules/day-of-force.ts'
import { StartDraft } from './draft-forms.tsx'
import type { DraftPage, Editing } from './use-draft.ts'
import { useTried } from './use-tried.ts'

/** Puts the draft in force: from when, why, and by which paper. */
export function AdoptPart({ editing, onDone }: { editing: Editing; onDone: () => void }) {
  const { t } = useWords()
  const may = useMay('policy.adopt')
  const { page, unsaved, check } = editing
  const tried = useTried(page.id, page.version) && unsaved === 0
  if (page.state !== 'open') return <Closed page={page} />
  const hindrance =
    unsaved > 0
      ? 'draft.adopt.unsaved'
      : check.stage !== 'sound'
        ? 'draft.adopt.faulty'
        : page.changes.length === 0
          ? 'draft.adopt.same'
          : undefined
  return (
    <Panel title={t('act.policy.adopt')}>
      <p className="quiet policy-note">{t('draft.adopt.lead')}</p>
      {hindrance !== 'draft.adopt.same' && (
        <p className="policy-note">
          <AddressLink to={`/policy/drafts/${page.id}/try`}>
            {t(tried ? 'draft.tried.see' : 'draft.try')}
          </AddressLink>{' '}
          <span className="quiet">
            {t(!tried ? 'draft.adopt.try-first' : may ? 'draft.adopt.tried' : 'draft.adopt.tried.may-not', {
              version: page.version,
            })}
          </span>
        </p>
      )}
      {!may ? (
        <p>{t('draft.adopt.may-not')}</p>
      ) : hindrance ? (
        <p role="status">{t(hindrance)}</p>
      ) : (
        <AdoptForm editing={editing} onDone={onDone} />
      )}
    </Panel>
  )
}

/** Nothing is left to adopt: since when it holds and by whom, and where one goes on. */
function Closed({ page: { state, adopted, name, id } }: { page: DraftPage }) {
  const { t } = useWords()
  const { today } = useSession()
  return (
    <Panel title={t('act.policy.adopt')}>
      {!adopted ? (
        <p>{t(`draft.closed.${state}`)}</p>
      ) : (
        <>
          <p>
            {adopted.calledOff
              ? t('draft.adopted.called-off', { from: adopted.from })
              : t(adopted.from <= today ? 'draft.adopted.since' : 'draft.adopted.to-come', {
                  from: adopted.from,
                })}
          </p>
          <p>
            {t('draft.adopted.by', { day: adopted.on, by: adopted.by ?? '' })}
            {adopted.reason && <span className="quiet"> {adopted.reason}</span>}
          </p>
          <p className="policy-note">
            <AddressLink to="/policy">{t('draft.adopted.see')}</AddressLink>
          </p>
          {!adopted.calledOff && (
            <p className="policy-note">
              <AddressLink to={`/policy/drafts/${id}/try`}>{t('draft.adopted.compare')}</AddressLink>{' '}
              <span className="quiet">{t('draft.adopt.after')}</span>
            </p>
          )}
        </>
      )}
      <StartDraft copyOf={{ id, name }} />
    </Panel>
  )
}

function AdoptForm({ editing, onDone }: { editing: Editing; onDone: () => void }) {
  const { t } = useWords()
  const { today } = useSession()
  const { page } = editing
  const { validFrom } = page
  const pack = useAnswer('policy.pack', {}).data
  const performing = usePerform('policy.adopt')
  const [evidence, setEvidence] = useState<EvidenceRef[]>([])
  const [from, setFrom] = useState(today < validFrom ? validFrom : today)
  const [reason, setReason] = useState('')
  const [asking, setAsking] = useState(false)
  if (!pack || page.digest === null) return null
  // Done, the page is still to come as it now stands.
  const isBusy = performing.pending || performing.outcome?.status === 'done'
  const { id, version, digest } = page
  const tooEarly = checkDayOfForce({ from, today, validFrom })
  const adopt = async () => {
    setAsking(false)
    const outcome = await performing.perform(
      {
        programme: pack.programme.id,
        year: pack.programme.year ?? Number(today.slice(0, 4)),
        draft: { id, version, digest },
        from,
        reason: reason.trim(),
      },
      { evidence },
    )
    if (outcome?.status === 'done') onDone()
  }
  return (
    <Form className="act-form" layout="vertical" onFinish={() => setAsking(true)}>
      <Form.Item
        label={t('draft.adopt.from')}
        required
        htmlFor="adopt-from"
        validateStatus={tooEarly.length > 0 ? 'error' : undefined}
        help={
          tooEarly.length > 0
            ? tooEarly.map(
                ({ code, facts }) => `${t(`refusal.${code}`, facts)} ${t(`remedy.${code}`, facts)}`,
              )
            : undefined
        }
      >
        <DayInput id="adopt-from" value={from} onChange={(day) => setFrom(day ?? today)} />
      </Form.Item>
      <Form.Item label={t('draft.adopt.reason')} required htmlFor="adopt-reason">
        <Input.TextArea
          id="adopt-reason"
          autoSize={{ minRows: 2 }}
          maxLength={500}
          placeholder={t('draft.adopt.reason.hint')}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </Form.Item>
      <Form.Item label={t('evidence.document')} required>
        <FileDrop
          multiple
          onChange={(files) =>
            setEvidence(files.map(({ digest: file }) => ({ kind: 'document', digest: file })))
          }
        />
      </Form.Item>
      <p className="quiet">{t('draft.adopt.after')}</p>
      <ActAnswer performing={performing} onRetry={() => void adopt()} />
      {isBusy && (
        <p className="policy-note" role="status">
          <Spin size="small" /> {t(performing.pending ? 'draft.adopt.running' : 'draft.adopt.done')}
        </p>
      )}
      <Button
        type="primary"
        htmlType="submit"
        loading={isBusy}
        disabled={reason.trim().length < 2 || evidence.length === 0 || tooEarly.length > 0}
      >
        {t('act.policy.adopt')}
      </Button>
      <Modal
        open={asking}
        title={t('act.policy.adopt')}
        okText={t('act.policy.adopt')}
        cancelText={t('kit.cancel')}
        onOk={() => void adopt()}
        onCancel={() => setAsking(false)}
      >
        {t('draft.adopt.confirm', { from })}
      </Modal>
    </Form>
  )
}
