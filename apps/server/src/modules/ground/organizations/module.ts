/** 组织机构: the tree of the city, its organs and their posts. */
import { defineModule } from "#platform/module.ts";
import { organ } from "./organ.ts";
import { post } from "./post.ts";

export const organizations = defineModule({
  name: "organizations",
  label: "组织机构",
  ledgers: [organ, post],
});
