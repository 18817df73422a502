export const issueKinds = { document: "政策文件", launch: "动员部署", measure: "治本举措", notice: "通知" } as const;
