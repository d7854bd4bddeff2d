import { defineModule } from '../../kernel/act/define.ts'
import { askChange } from './acts/change-ask.ts'
import { approveChange, declineChange, recallChange } from './acts/change-decide.ts'
import { undoChange } from './acts/change-undo.ts'
import { recordPaper, signPaper, takePaper } from './acts/papers.ts'
import { addHome, correctHome, withdrawHome } from './acts/home.ts'
import { openHouseholdAccount } from './acts/household-account.ts'
import { importRegister } from './acts/import.ts'
import { keepRegisterMapping } from './acts/keep-mapping.ts'
import { printLetters } from './acts/letter.ts'
import { confirmNotice } from './acts/notice-confirm.ts'
import { openNotice } from './acts/notice-open.ts'
import { postNotice } from './acts/notice-post.ts'
import { decideObjection } from './acts/objection-decide.ts'
import { followUpObjection } from './acts/objection-follow-up.ts'
import { narrowObjection } from './acts/objection-narrow.ts'
import { raiseObjection, raiseOwnObjection, raisePublicObjection } from './acts/objection-raise.ts'
import { revealObjection } from './acts/objection-reveal.ts'
import { revealField } from './acts/reveal.ts'
import { screenRegister } from './acts/screen.ts'
import {
  askException,
  declineException,
  grantException,
  revokeException,
  settleFact,
  takeBackException,
} from './acts/settle.ts'
import { undoImport } from './acts/undo-import.ts'
import { changeExport, changeForm } from './downloads/changes.ts'
import { homeExport } from './downloads/homes.ts'
import { letterSheet } from './downloads/letters.ts'
import { noticeSheet } from './downloads/notice.ts'
import { registerMarked, registerTemplate } from './downloads/register.ts'
import { noticeReactions } from './notice-reactions.ts'
import { changeCounts, changeList, changeOutlook, changePage, homeChanges } from './queries/changes.ts'
import { registerCounts } from './queries/counts.ts'
import { registerDryRun } from './queries/dry-run.ts'
import { homeActs } from './queries/home-acts.ts'
import { homeDecision } from './queries/home-decision.ts'
import { homeTold } from './queries/home-told.ts'
import { homeCount, homeList } from './queries/home-list.ts'
import { homeNotices } from './queries/home-notices.ts'
import { homeOwn } from './queries/home-own.ts'
import { homePage } from './queries/home-page.ts'
import { importList } from './queries/imports.ts'
import { letterList } from './queries/letters.ts'
import { noticeList, villagesToNotice } from './queries/notice-list.ts'
import { noticeBoard, noticeGet } from './queries/notice.ts'
import { objectionOutlook } from './queries/objection-outlook.ts'
import { registerHomeFacts } from './home-facts.ts'
import { objectionFacts, objectionList, objectionRevealed } from './queries/objection.ts'
import { homeRevealed } from './queries/revealed.ts'
import { homeSources } from './queries/home-sources.ts'
import { changePlaces, changeWaiting } from './queries/waiting.ts'
import { registerReactions } from './reactions.ts'

export const households = defineModule({
  name: 'households',
  acts: [
    importRegister,
    undoImport,
    keepRegisterMapping,
    screenRegister,
    addHome,
    correctHome,
    withdrawHome,
    settleFact,
    askException,
    grantException,
    declineException,
    takeBackException,
    revokeException,
    revealField,
    revealObjection,
    askChange,
    approveChange,
    declineChange,
    recallChange,
    undoChange,
    openNotice,
    postNotice,
    confirmNotice,
    raiseObjection,
    raisePublicObjection,
    raiseOwnObjection,
    narrowObjection,
    decideObjection,
    followUpObjection,
    printLetters,
    openHouseholdAccount,
    signPaper,
    takePaper,
    recordPaper,
  ],
  queries: [
    homeList,
    homeCount,
    homePage,
    homeDecision,
    homeTold,
    homeActs,
    homeRevealed,
    homeSources,
    importList,
    registerDryRun,
    registerCounts,
    noticeList,
    villagesToNotice,
    noticeGet,
    noticeBoard,
    objectionList,
    objectionRevealed,
    objectionFacts,
    objectionOutlook,
    homeNotices,
    letterList,
    homeOwn,
    changeList,
    changePage,
    changeOutlook,
    changeCounts,
    changeWaiting,
    changePlaces,
    homeChanges,
  ],
  downloads: [
    registerTemplate,
    registerMarked,
    homeExport,
    noticeSheet,
    letterSheet,
    changeExport,
    changeForm,
  ],
  reactions: [...registerReactions, ...noticeReactions],
  homeFacts: registerHomeFacts,
  subjects: { home: 'home', change: 'home_change', notice: 'notice', objection: 'objection' },
})
