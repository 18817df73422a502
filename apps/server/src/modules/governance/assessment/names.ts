/** Names of the cases and ledgers others of this module refer to. */
export const SCHEME = "assessment.scheme";
export const YEAR = "assessment.year";
export const ENTRANT = "assessment.entrant";
export const APPEAL = "assessment.appeal";
export const ROUND = "assessment.round";
export const FINDING = "assessment.finding";
export const RECEIPT = "assessment.receipt";
export const SITE_CHECK = "assessment.site-check";
export const RESULT_USE = "assessment.result-use";
