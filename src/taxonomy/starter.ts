/** What `skilltag taxonomy init` writes: valid as it stands, with everything else as comments to uncomment. */
export const STARTER = `# A vocabulary of your own. skilltag uses it in this folder and below; --taxonomy names it from elsewhere.
# Check it with: skilltag taxonomy lint     All fields: taxonomy/EXTENDING.md
name: my-team
version: 1.0.0
extends: mlops              # or one release of it: mlops@1.0.0

# Things that skilltag does not know yet. The group is one of \`skilltag taxonomy list\`; the tools of the open group
# (outliers) have a category.
add:
#   groups:
#     - id: rendering
#       name: Rendering
#       tools:
#         - name: Our Render Farm
  tools: []
#     - group: outliers
#       category: data
#       name: Our Feature Hub
#       aliases:
#         - FeatureHub
#         - text: Hub                 # an ordinary word too: it says when it is meant
#           case: exact
#           needs: [list, cue]
#           cues: [features, offline store]
#       specs:
#         accept: ["Experience with Spark, Hub and Airflow", "Serve features from Hub."]
#         reject: ["Work from our Berlin Hub", "a Hub for talent"]

# Things that it knows, and you see another way. What is not named stays as it is.
change:
  tools: []
#     - name: Kubernetes
#       aliases:
#         add: [Kube]               # a form that is there already comes with its new conditions
#         drop: [Kubernates]
#     - name: Apache Airflow
#       counts_for: [Python]        # replaces the whole list

# Things that you do not want to be counted.
drop:
  tools: []                         # by name
#   aliases: []                     # forms, whichever tool they belong to
#   groups: []                      # with all their tools
`;
