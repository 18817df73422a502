/** 组织机构: the tree of the city, its organs and their posts. */
import { defineModule } from "#platform/module.ts";
import { listAreasRoute, listBoundariesRoute, searchAreasRoute, showAreaRoute } from "./areas.ts";
import { boundaryMessages } from "./domain/boundary.ts";
import { english } from "./english.ts";
import { importBoundaryRoute } from "./import-boundary.ts";
import { organ } from "./organ.ts";
import { post } from "./post.ts";
import { publicCityRoute } from "./public-city.ts";
import { seedOrganizations } from "./seed.ts";

const reader = ["organizations.organ.read", "organizations.post.read"] as const;

export const organizations = defineModule({
  name: "organizations",
  label: "组织机构",
  english,
  ledgers: [organ, post],
  routes: [listAreasRoute, searchAreasRoute, showAreaRoute, listBoundariesRoute, importBoundaryRoute, publicCityRoute],
  permissions: { "organizations.boundary": "导入行政区划边界" },
  grants: {
    "system-admin": ["organizations.organ.*", "organizations.post.*", "organizations.boundary"],
    "security-admin": reader,
    "duty-officer": reader,
    "duty-leader": reader,
    dispatcher: reader,
    inspector: reader,
    "committee-office": reader,
    leader: reader,
    department: reader,
    "street-clerk": reader,
    "grid-member": reader,
    readonly: reader,
  },
  menu: [
    { parent: "system", key: "organ", label: "组织机构", path: "/organizations/organ", permission: "organizations.organ.write" },
    { parent: "system", key: "post", label: "岗位", path: "/organizations/post", permission: "organizations.post.write" },
  ],
  messages: {
    ...boundaryMessages,
    "organizations.boundary_refused": ["边界文件有 {count} 处不能用，未导入", "The boundary file has {count} faults and was not imported"],
    "organizations.boundary_unknown_area": ["本地区没有这些代码：{codes}", "Unknown division codes: {codes}"],
  },
  seed: (tx, services, { report }) => seedOrganizations(tx, services, report),
});
