/** The door of enforcement: documents for other modules, and who may act here. */
export { type CaseDocuments, caseDocuments, dayWords } from "./documents/case-documents.ts";
export { fillDocument } from "./documents/fill-document.ts";
export {
  type DocumentAsked,
  type DocumentBy,
  draftDocument,
  type Issued,
  issueDocument,
  renderDocument,
} from "./documents/make-document.ts";
export { jointAction, jointFinding } from "./joint/cases.ts";
export { filePenalty } from "./penalty/file-penalty.ts";
export { acts as offences } from "./penalty/rules-in-force.ts";
