from .document import ALL

urlpatterns = [operation.path for operation in ALL]
